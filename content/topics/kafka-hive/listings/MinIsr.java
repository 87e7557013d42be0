import java.time.Duration;
import java.util.*;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.*;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.*;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.*;

/**
 * Two brokers. "create" makes the topics while both run; then stop broker 2 and run again without arguments;
 * then start it once more and run "read".
 */
public class MinIsr {
  static final String HOST = "localhost:19092";

  public static void main(String[] a) throws Exception {
    String mode = a.length > 0 ? a[0] : "write";
    try (Admin ad = Admin.create(Map.<String, Object>of("bootstrap.servers", HOST))) {
      if (mode.equals("create")) {
        var elr = ad.describeFeatures().featureMetadata().get().finalizedFeatures().get("eligible.leader.replicas.version");
        System.out.println("feature eligible.leader.replicas.version: " + (elr == null ? 0 : elr.maxVersionLevel()));
        for (String min : List.of("1", "2")) ad.createTopics(List.of(new NewTopic("min-isr-" + min, 1, (short) 2)
            .configs(Map.of("min.insync.replicas", min)))).all().get();
        return;
      }
      for (String t : List.of("min-isr-1", "min-isr-2")) {
        var p = ad.describeTopics(List.of(t)).allTopicNames().get().get(t).partitions().get(0);
        System.out.printf("%s: %d replicas, %d in sync%n", t, p.replicas().size(), p.isr().size());
      }
    }
    if (mode.equals("write")) {
      write("min-isr-1", "all");
      write("min-isr-2", "all");
      write("min-isr-2", "1");
    }
    read("min-isr-1");
    read("min-isr-2");
  }

  static void write(String topic, String acks) {
    Map<String, Object> c = Map.of("bootstrap.servers", HOST, "acks", acks, "delivery.timeout.ms", "3000",
        "request.timeout.ms", "1000", "linger.ms", "0", "retries", "2", "enable.idempotence", "false");
    try (var p = new KafkaProducer<>(c, new StringSerializer(), new StringSerializer())) {
      p.send(new ProducerRecord<>(topic, "v")).get();
      System.out.println(topic + "  acks=" + acks + "  acknowledged, and one copy exists");
    } catch (ExecutionException | InterruptedException e) {
      System.out.println(topic + "  acks=" + acks + "  refused: " + e.getCause().getClass().getSimpleName());
    }
  }

  static void read(String topic) {
    TopicPartition tp = new TopicPartition(topic, 0);
    try (var k = new KafkaConsumer<>(Map.<String, Object>of("bootstrap.servers", HOST), new StringDeserializer(), new StringDeserializer())) {
      k.assign(List.of(tp));
      k.seekToBeginning(List.of(tp));
      int n = 0;
      for (int i = 0; i < 10; i++) n += k.poll(Duration.ofMillis(300)).count();
      System.out.println(topic + "  a consumer sees " + n + " record(s)");
    }
  }
}
