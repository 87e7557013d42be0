import java.nio.file.*;
import java.time.Duration;
import java.util.*;
import java.util.stream.*;
import org.apache.kafka.clients.consumer.*;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Lands topic "orders" as JSON lines under DIR/dt=YYYY-MM-DD/ (dt from the event's own time, UTC).
 *   java LandSink.java DIR random|offsets [crash]
 * random : a new random file name for every batch, consumer offset committed afterwards
 * offsets: batches of 200 offsets; a file is named by partition and first offset, so a replay overwrites it
 * crash  : stop after the files of the third batch are written, before its offset is committed
 */
public class LandSink {
  static final int BATCH = 200;

  public static void main(String[] a) throws Exception {
    Path dir = Path.of(a[0]);
    boolean byOffset = a[1].equals("offsets"), crash = a.length > 2;
    Map<String, Object> c = Map.of("bootstrap.servers", "localhost:19092", "group.id", "lake-" + a[1],
        "enable.auto.commit", "false", "auto.offset.reset", "earliest", "isolation.level", "read_committed");
    int batches = 0, written = 0;
    try (var k = new KafkaConsumer<>(c, new StringDeserializer(), new StringDeserializer())) {
      for (int p = 0; p < 3; p++) {
        TopicPartition tp = new TopicPartition("orders", p);
        k.assign(List.of(tp));
        OffsetAndMetadata done = k.committed(Set.of(tp)).get(tp);
        long next = done == null ? 0 : done.offset(), end = k.endOffsets(List.of(tp)).get(tp);
        k.seek(tp, next);
        Deque<ConsumerRecord<String, String>> queue = new ArrayDeque<>();
        while (next < end) {
          long first = next, stop = Math.min((first / BATCH + 1) * BATCH, end);
          Map<String, List<String>> byDay = new TreeMap<>();
          while (k.position(tp) < stop) k.poll(Duration.ofMillis(200)).forEach(queue::add);
          while (!queue.isEmpty() && queue.peek().offset() < stop) {
            var r = queue.poll();
            String day = r.value().replaceAll(".*\"ts\":\"(.{10}).*", "$1");
            String line = r.value().replaceFirst("}$", ",\"kp\":%d,\"ko\":%d}".formatted(r.partition(), r.offset()));
            byDay.computeIfAbsent(day, d -> new ArrayList<>()).add(line);
          }
          for (var e : byDay.entrySet()) {
            Path d = Files.createDirectories(dir.resolve("dt=" + e.getKey()));
            String name = byOffset ? "orders+%d+%010d.json".formatted(p, first) : UUID.randomUUID() + ".json";
            Path tmp = d.resolve("_tmp_" + name);                       // Hive skips names that begin with _ or .
            Files.write(tmp, e.getValue());
            Files.move(tmp, d.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            written += e.getValue().size();
          }
          next = stop;
          if (++batches == 3 && crash) { report(dir, a[1] + ", crashed", written); Runtime.getRuntime().halt(1); }
          k.commitSync(Map.of(tp, new OffsetAndMetadata(next)));
        }
      }
    }
    report(dir, a[1], written);
  }

  static void report(Path dir, String what, int written) throws Exception {
    long lines = 0, files = 0;
    try (Stream<Path> s = Files.walk(dir)) {
      for (Path f : s.filter(x -> x.toString().endsWith(".json")).toList()) { files++; lines += Files.readAllLines(f).size(); }
    }
    System.out.printf("%s: wrote %d records now; lake holds %d lines in %d files%n", what, written, lines, files);
  }
}
