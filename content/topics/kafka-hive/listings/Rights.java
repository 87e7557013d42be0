import static org.apache.kafka.common.acl.AclOperation.*;

import java.time.Duration;
import java.util.*;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.*;
import org.apache.kafka.clients.consumer.*;
import org.apache.kafka.clients.producer.*;
import org.apache.kafka.common.acl.*;
import org.apache.kafka.common.resource.*;
import org.apache.kafka.common.serialization.*;

/** Three users on the secured broker: "shop" may write orders, "lake" may read them in its group, "guest" may nothing. */
public class Rights {
  static final String LOGIN = "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";";

  static Map<String, Object> as(String user, String password) {
    Map<String, Object> c = new HashMap<>(Map.of("bootstrap.servers", "localhost:19192", "security.protocol", "SASL_SSL",
        "ssl.truststore.type", "PEM", "ssl.truststore.location", "ca.pem", "sasl.mechanism", "SCRAM-SHA-512",
        "sasl.jaas.config", LOGIN.formatted(user, password)));
    c.putAll(Map.of("request.timeout.ms", 5000, "default.api.timeout.ms", 6000, "max.block.ms", 6000,
        "delivery.timeout.ms", 6000, "retries", 1, "linger.ms", 0));
    return c;
  }

  static void allow(Admin ad, String user, ResourceType kind, String name, AclOperation operation) throws Exception {
    ad.createAcls(List.of(new AclBinding(new ResourcePattern(kind, name, PatternType.LITERAL),
        new AccessControlEntry("User:" + user, "*", operation, AclPermissionType.ALLOW)))).all().get();
  }

  public static void main(String[] a) throws Exception {
    try (Admin ad = Admin.create(as("admin", "admin-secret"))) {
      ad.createTopics(List.of(new NewTopic("orders", 1, (short) 1))).all().get();
      for (String u : List.of("shop", "lake", "guest")) ad.alterUserScramCredentials(List.of(new UserScramCredentialUpsertion(u,
          new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 8192), u + "-secret"))).all().get();
      allow(ad, "shop", ResourceType.TOPIC, "orders", WRITE);
      allow(ad, "lake", ResourceType.TOPIC, "orders", READ);
      allow(ad, "lake", ResourceType.GROUP, "lake-orders", READ);
    }
    Thread.sleep(1000);
    write("shop", as("shop", "shop-secret"));
    read("lake", as("lake", "lake-secret"), "lake-orders");
    write("lake", as("lake", "lake-secret"));
    read("lake", as("lake", "lake-secret"), "another-group");
    read("shop", as("shop", "shop-secret"), "lake-orders");
    read("guest", as("guest", "guest-secret"), "lake-orders");
    write("shop, wrong password", as("shop", "guess"));
    var plain = as("shop", "shop-secret");
    plain.put("security.protocol", "SASL_PLAINTEXT");
    write("shop, without TLS", plain);
    var stranger = as("shop", "shop-secret");
    stranger.remove("ssl.truststore.location");
    stranger.remove("ssl.truststore.type");
    write("shop, not trusting the certificate", stranger);
  }

  static void write(String who, Map<String, Object> c) {
    try (var p = new KafkaProducer<>(c, new StringSerializer(), new StringSerializer())) {
      say(who + " writes", "offset " + p.send(new ProducerRecord<>("orders", "u1", "{}")).get().offset());
    } catch (Exception e) { say(who + " writes", why(e)); }
  }

  static void read(String who, Map<String, Object> c, String group) {
    c.putAll(Map.of("group.id", group, "auto.offset.reset", "earliest", "enable.auto.commit", false));
    try (var k = new KafkaConsumer<>(c, new StringDeserializer(), new StringDeserializer())) {
      k.subscribe(List.of("orders"));
      int n = 0;
      for (long end = System.currentTimeMillis() + 8000; n == 0 && System.currentTimeMillis() < end; ) n += k.poll(Duration.ofMillis(300)).count();
      say(who + " reads in " + group, n + " record");
    } catch (Exception e) { say(who + " reads in " + group, why(e)); }
  }

  static String why(Throwable e) {
    if (e instanceof ExecutionException && e.getCause() != null) e = e.getCause();
    return e.getClass().getSimpleName();
  }

  static void say(String what, String result) { System.out.printf("%-42s %s%n", what, result); }
}
