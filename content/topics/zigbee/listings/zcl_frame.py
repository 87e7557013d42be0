"""Read one ZCL frame twice: by hand, byte by byte, and with zigpy."""
import struct
from zigpy.zcl import foundation as f
from zigpy.zcl.clusters.measurement import TemperatureMeasurement

raw = bytes.fromhex("182a0a000029c409")        # ZCL part of a report, cluster 0x0402

print("by hand")
fc, tsn, cmd = raw[0], raw[1], raw[2]
print(f"  0  {fc:02x}     frame type {fc & 3} (0 = for every cluster),"
      f" manufacturer specific {fc >> 2 & 1},")
print(f"            direction {fc >> 3 & 1} (1 = server to client),"
      f" no default response {fc >> 4 & 1}")
print(f"  1  {tsn:02x}     transaction sequence number {tsn}")
print(f"  2  {cmd:02x}     command 0x{cmd:02x}")
attr, dtype, value = struct.unpack_from("<HBh", raw, 3)   # little endian
print(f"  3  {raw[3:5].hex(' ')}  attribute 0x{attr:04x}")
print(f"  5  {dtype:02x}     data type 0x{dtype:02x}")
print(f"  6  {raw[6:8].hex(' ')}  value {value}, in hundredths of a degree: {value / 100} C")

print("zigpy")
hdr, rest = f.ZCLHeader.deserialize(raw)
print("  command  ", f.GeneralCommand(hdr.command_id).name)
print("  direction", hdr.direction.name)
report, rest = f.GENERAL_COMMANDS[f.GeneralCommand.Report_Attributes].schema.deserialize(rest)
for a in report.attribute_reports:
    d = TemperatureMeasurement.attributes[a.attrid]
    print(f"  {d.name} ({d.type.__name__}) = {a.value.value}")
print("  bytes left over:", len(rest))
assert hdr.serialize() + report.serialize() == raw
print("  written again: the same bytes")
