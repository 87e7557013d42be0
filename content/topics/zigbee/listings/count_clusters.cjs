// What the cluster tables of zigbee-herdsman hold. Argument: the package's folder.
const { Clusters } = require(require("path").resolve(process.argv[2], "dist/zspec/zcl/definition/cluster.js"));
const list = Object.values(Clusters);
const sum = (field) => list.reduce((n, c) => n + Object.keys(c[field]).length, 0);
console.log(`${list.length} clusters, ${sum("attributes")} attributes,`,
  `${sum("commands")} commands to servers, ${sum("commandsResponse")} to clients`);
const own = list.filter((c) => c.ID >= 0xfc00);
console.log(`of these in a manufacturer's own range (0xfc00 and above): ${own.length}`);

const c = Clusters.msTemperatureMeasurement;
const hex = (n) => "0x" + n.toString(16).padStart(4, "0");
console.log(`${hex(c.ID)} ${c.name}`);
for (const a of Object.values(c.attributes))
  console.log(" ", hex(a.ID), a.name.padEnd(17), "type 0x" + a.type.toString(16),
    a.report ? "reportable" : "", a.min === undefined ? "" : `${a.min} to ${a.max}`);
