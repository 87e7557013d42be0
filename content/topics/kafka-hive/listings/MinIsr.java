import java.util.*;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.*;
import org.apache.kafka.clients.producer.*;
import org.apache.kafka.common.serialization.StringSerializer;

/** One replica in sync, two demanded: only acks=all asks how many there are. */
public class MinIsr {
  public static void main(String[] a) throws Exception {
    String host = "localhost:19092";
    try (Admin ad = Admin.create(Map.<String, Object>of("bootstrap.servers", host))) {
      ad.createTopics(List.of(new NewTopic("strict", 1, (short) 1).configs(Map.of("min.insync.replicas", "2")))).all().get();
    }
    for (String acks : List.of("all", "1", "0")) {
      Map<String, Object> c = Map.of("bootstrap.servers", host, "acks", acks, "delivery.timeout.ms", "3000",
          "request.timeout.ms", "1000", "linger.ms", "0", "retries", "2", "enable.idempotence", "false");
      try (var p = new KafkaProducer<>(c, new StringSerializer(), new StringSerializer())) {
        var m = p.send(new ProducerRecord<>("strict", "v")).get();
        System.out.println("acks=" + acks + "  accepted, offset told to the producer: " + (m.hasOffset() ? m.offset() : "none"));
      } catch (ExecutionException e) {
        System.out.println("acks=" + acks + "  refused: " + e.getCause().getClass().getSimpleName());
      }
    }
  }
}
