"""Kafka's key hash (murmur2, seed 0x9747b28c) and its partition, without Kafka."""

def murmur2(data: bytes) -> int:
    m, mask = 0x5BD1E995, 0xFFFFFFFF
    h = 0x9747B28C ^ len(data)
    whole = len(data) // 4 * 4
    for i in range(0, whole, 4):
        k = int.from_bytes(data[i:i + 4], "little") * m & mask
        k = (k ^ k >> 24) * m & mask
        h = h * m & mask ^ k
    if tail := data[whole:]:
        h = (h ^ int.from_bytes(tail, "little")) * m & mask
    h = (h ^ h >> 13) * m & mask
    h ^= h >> 15
    return h - 2**32 if h >= 2**31 else h          # Java's signed int


def partition(key: str, n: int) -> int:
    return (murmur2(key.encode()) & 0x7FFFFFFF) % n   # toPositive: mask, not abs


if __name__ == "__main__":
    for key in ["", "a", "u1", "u12", "u123", "order-0042", "用户42"]:
        print(key, murmur2(key.encode()), partition(key, 6), partition(key, 8), sep="\t")

    keys = [f"user-{i}" for i in range(10_000)]
    for old, new in [(6, 8), (6, 12), (6, 7)]:
        moved = sum(partition(k, old) != partition(k, new) for k in keys)
        print(f"{old} -> {new} partitions: {moved} of {len(keys)} keys change partition")
