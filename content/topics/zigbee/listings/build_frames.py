"""Build four ZCL frames byte by byte; zigpy reads each of them back."""
from struct import pack
from zigpy.zcl import foundation as f

TO_SERVER, CLUSTER, MANUFACTURER, NO_DEFAULT = 0x00, 0x01, 0x04, 0x10


def header(control, tsn, command, manufacturer=None):
    out = bytes([control])
    if control & MANUFACTURER:
        out += pack("<H", manufacturer)
    return out + bytes([tsn, command])


frames = {
    # command 0x00: a list of 16-bit attribute identifiers, no types
    "read measuredValue, tolerance (0x0402)":
        header(TO_SERVER | NO_DEFAULT, 1, 0x00) + pack("<HH", 0x0000, 0x0003),
    # command 0x06: direction, attribute, type, min s, max s, change (same type)
    "report every 10..3600 s or on 0.50 C":
        header(TO_SERVER | NO_DEFAULT, 2, 0x06) + pack("<BHBHHh", 0, 0, 0x29, 10, 3600, 50),
    # cluster 0x0006, command 0x02, no payload
    "toggle (0x0006)":
        header(TO_SERVER | CLUSTER, 3, 0x02),
    # command 0x02: attribute, type, value; a maker's own attribute 0x0010, bool
    "write a maker's attribute, code 0x115f":
        header(TO_SERVER | MANUFACTURER | NO_DEFAULT, 4, 0x02, 0x115F) + pack("<HBB", 0x0010, 0x10, 1),
}

for name, raw in frames.items():
    hdr, rest = f.ZCLHeader.deserialize(raw)
    fc = hdr.frame_control
    if fc.is_general:
        command = f.GENERAL_COMMANDS[hdr.command_id]
        body, rest = command.schema.deserialize(rest)
        assert hdr.serialize() + body.serialize() == raw
        what = command.name
    else:
        what = f"cluster command 0x{hdr.command_id:02x}"
    assert not rest
    maker = f", manufacturer 0x{hdr.manufacturer:04x}" if fc.is_manufacturer_specific else ""
    print(f"{raw.hex(' ')}\n    {name}: {what}{maker}")
