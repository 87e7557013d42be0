import java.sql.*;

/** Reads the embedded metastore: which transaction wrote to which table. */
public class WriteIds {
  public static void main(String[] a) throws Exception {
    try (Connection c = DriverManager.getConnection("jdbc:derby:;databaseName=metastore_db", "APP", "mine");
         ResultSet r = c.createStatement().executeQuery(
             "SELECT T2W_TXNID, T2W_TABLE, T2W_WRITEID FROM TXN_TO_WRITE_ID ORDER BY 1, 2")) {
      while (r.next()) {
        System.out.printf("transaction %d  %s  write %d%n", r.getLong(1), r.getString(2), r.getLong(3));
      }
    }
  }
}
