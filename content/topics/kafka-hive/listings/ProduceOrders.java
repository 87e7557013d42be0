import java.time.*;
import java.util.*;
import org.apache.kafka.clients.admin.*;
import org.apache.kafka.clients.producer.*;
import org.apache.kafka.common.serialization.StringSerializer;

/** Makes topic "orders" (3 partitions) and sends 1,200 seeded orders: some late, some sent twice by the application. */
public class ProduceOrders {
  public static void main(String[] a) throws Exception {
    Map<String, Object> c = new HashMap<>();
    c.put("bootstrap.servers", "localhost:19092");
    try (Admin admin = Admin.create(c)) {
      admin.createTopics(List.of(new NewTopic("orders", 3, (short) 1))).all().get();
    }
    c.put("acks", "all");                    // the default since Kafka 3.0, written down on purpose
    c.put("enable.idempotence", "true");     // likewise
    c.put("delivery.timeout.ms", "120000");
    c.put("compression.type", "zstd");
    Random r = new Random(20261120);
    Instant t = Instant.parse("2026-11-20T00:00:00Z");
    int late = 0, twice = 0, sent = 0;
    int[] perPartition = new int[3];
    try (var p = new KafkaProducer<>(c, new StringSerializer(), new StringSerializer())) {
      for (int i = 0; i < 1200; i++) {
        t = t.plusSeconds(60 + r.nextInt(185));
        Instant event = t;
        if (r.nextInt(40) == 0) { event = t.minus(Duration.ofHours(20)); late++; }   // an offline device
        String user = "u" + r.nextInt(50);
        // from order 800 on a newer release also sends "channel"
        String extra = i < 800 ? "" : ",\"channel\":\"" + (r.nextBoolean() ? "app" : "web") + "\"";
        String json = "{\"order_id\":\"o%04d\",\"user_id\":\"%s\",\"cents\":%d,\"ts\":\"%s\"%s}"
            .formatted(i, user, 100 + r.nextInt(9900), event, extra);
        int copies = r.nextInt(100) == 0 ? 2 : 1;           // the shop's own retry: two sends, two records
        twice += copies - 1;
        for (int k = 0; k < copies; k++) {
          perPartition[p.send(new ProducerRecord<>("orders", user, json)).get().partition()]++;
          sent++;
        }
      }
    }
    System.out.printf("sent %d records for 1200 orders: %d late, %d sent twice%n", sent, late, twice);
    System.out.println("per partition " + Arrays.toString(perPartition));
  }
}
