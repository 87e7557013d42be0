"""Avro: which reader schema can read what an older or newer writer wrote."""
import io, json
import avro.schema
from avro.io import BinaryDecoder, BinaryEncoder, DatumReader, DatumWriter

def order(*extra, cents="int"):
    fields = [{"name": "order_id", "type": "string"}, {"name": "cents", "type": cents}, *extra]
    return avro.schema.parse(json.dumps({"type": "record", "name": "Order", "fields": fields}))

v1 = order()
v2 = order({"name": "channel", "type": "string", "default": "unknown"})
no_default = order({"name": "channel", "type": "string"})
wider, text = order(cents="long"), order(cents="string")

def read(label, written, reader, value):
    buf = io.BytesIO()
    DatumWriter(written).write(value, BinaryEncoder(buf))
    buf.seek(0)
    try:
        got = DatumReader(written, reader).read(BinaryDecoder(buf))
    except Exception as e:
        got = f"{type(e).__name__}: {str(e).splitlines()[0]}"
    print(f"{label:44} {got}")

old = {"order_id": "o1", "cents": 500}
new = {**old, "channel": "app"}
read("old data, new reader, default given", v1, v2, old)
read("old data, new reader, no default", v1, no_default, old)
read("new data, old reader", v2, v1, new)
read("int written, long read (promotion)", v1, wider, old)
read("long written, int read", wider, v1, old)
read("int written, string read", v1, text, old)
