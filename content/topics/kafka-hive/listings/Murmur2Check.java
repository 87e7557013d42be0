import static java.nio.charset.StandardCharsets.UTF_8;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.utils.Utils;

/** What the Java client itself computes: hash, and partition out of 6 and out of 8. */
public class Murmur2Check {
  public static void main(String[] a) {
    for (String k : new String[] {"", "a", "u1", "u12", "u123", "order-0042", "用户42"}) {
      byte[] b = k.getBytes(UTF_8);
      System.out.printf("%s\t%d\t%d\t%d%n", k, Utils.murmur2(b),
          BuiltInPartitioner.partitionForKey(b, 6), BuiltInPartitioner.partitionForKey(b, 8));
    }
  }
}
