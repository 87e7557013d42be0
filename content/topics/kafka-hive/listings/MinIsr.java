import java.util.*;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.*;
import org.apache.kafka.clients.producer.*;
import org.apache.kafka.common.serialization.StringSerializer;

/** Two brokers. "create" makes the topics while both run; then stop broker 2 and run again without arguments. */
public class MinIsr {
  public static void main(String[] a) throws Exception {
    String host = "localhost:19092";
    try (Admin ad = Admin.create(Map.<String, Object>of("bootstrap.servers", host))) {
      if (a.length > 0) {
        for (String min : List.of("1", "2")) ad.createTopics(List.of(new NewTopic("min-isr-" + min, 1, (short) 2)
            .configs(Map.of("min.insync.replicas", min)))).all().get();
        return;
      }
      for (var t : ad.describeTopics(List.of("min-isr-1", "min-isr-2")).allTopicNames().get().values()) {
        var p = t.partitions().get(0);
        System.out.printf("%s: %d replicas, %d in sync%n", t.name(), p.replicas().size(), p.isr().size());
      }
    }
    for (String[] s : new String[][] {{"min-isr-1", "all"}, {"min-isr-2", "all"}, {"min-isr-2", "1"}}) {
      Map<String, Object> c = Map.of("bootstrap.servers", host, "acks", s[1], "delivery.timeout.ms", "3000",
          "request.timeout.ms", "1000", "linger.ms", "0", "retries", "2", "enable.idempotence", "false");
      try (var p = new KafkaProducer<>(c, new StringSerializer(), new StringSerializer())) {
        p.send(new ProducerRecord<>(s[0], "v")).get();
        System.out.println(s[0] + "  acks=" + s[1] + "  acknowledged, and one copy exists");
      } catch (ExecutionException e) {
        System.out.println(s[0] + "  acks=" + s[1] + "  refused: " + e.getCause().getClass().getSimpleName());
      }
    }
  }
}
