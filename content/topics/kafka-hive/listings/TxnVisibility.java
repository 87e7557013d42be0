import java.time.Duration;
import java.util.*;
import org.apache.kafka.clients.admin.*;
import org.apache.kafka.clients.consumer.*;
import org.apache.kafka.clients.producer.*;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.*;

/** A committed and an aborted transaction, read at both isolation levels. */
public class TxnVisibility {
  public static void main(String[] a) throws Exception {
    String host = "localhost:19092";
    try (Admin ad = Admin.create(Map.<String, Object>of("bootstrap.servers", host))) {
      ad.createTopics(List.of(new NewTopic("payments", 1, (short) 1))).all().get();
    }
    Map<String, Object> pc = Map.of("bootstrap.servers", host, "transactional.id", "pay-1");
    try (var p = new KafkaProducer<>(pc, new StringSerializer(), new StringSerializer())) {
      p.initTransactions();
      p.beginTransaction();
      for (int i = 0; i < 3; i++) p.send(new ProducerRecord<>("payments", "k", "kept-" + i));
      p.commitTransaction();
      p.beginTransaction();
      for (int i = 0; i < 2; i++) p.send(new ProducerRecord<>("payments", "k", "aborted-" + i));
      p.flush();
      p.abortTransaction();
    }
    TopicPartition tp = new TopicPartition("payments", 0);
    for (String level : List.of("read_uncommitted", "read_committed")) {
      Map<String, Object> cc = Map.of("bootstrap.servers", host, "isolation.level", level);
      try (var c = new KafkaConsumer<>(cc, new StringDeserializer(), new StringDeserializer())) {
        c.assign(List.of(tp));
        c.seekToBeginning(List.of(tp));
        long end = c.endOffsets(List.of(tp)).get(tp);
        List<String> seen = new ArrayList<>();
        while (c.position(tp) < end) c.poll(Duration.ofMillis(200)).forEach(r -> seen.add(r.offset() + ":" + r.value()));
        System.out.printf("%-16s end offset %d, %d records %s%n", level, end, seen.size(), seen);
      }
    }
  }
}
