"""The frame that hands the network key to a device that joins with the well-known link key."""
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESCCM

link_key = b"ZigBeeAlliance09"                                    # the same everywhere
network_key = bytes.fromhex("00112233445566778899aabbccddeeff")   # what it protects
centre, joiner, counter = 0x00124B0001020304, 0x00124B000A0B0C0D, 0x00001001


def mmo(data):
    data += b"\x80" + bytes(-(len(data) + 3) % 16) + (8 * len(data)).to_bytes(2, "big")
    h = bytes(16)
    for i in range(0, len(data), 16):
        e = Cipher(algorithms.AES(h), modes.ECB()).encryptor()
        h = bytes(a ^ b for a, b in zip(e.update(data[i:i + 16]), data[i:i + 16]))
    return h


def keyed_hash(key, byte):
    inner = mmo(bytes(k ^ 0x36 for k in key) + bytes([byte]))
    return mmo(bytes(k ^ 0x5C for k in key) + inner)


le = lambda n, size: n.to_bytes(size, "little")
command = (bytes([0x05, 0x01]) + network_key + bytes([0])         # Transport-Key, network key
           + le(joiner, 8) + le(centre, 8))
aps = bytes([0x21, 0x07])                                         # secured command, counter
aux = lambda level: bytes([level | 2 << 3 | 1 << 5]) + le(counter, 4) + le(centre, 8)
nonce = le(centre, 8) + le(counter, 4) + aux(5)[:1]
sealed = AESCCM(keyed_hash(link_key, 0x00), tag_length=4).encrypt(nonce, command, aps + aux(5))

mac = bytes.fromhex("6188" "11" "621a" "2c3f" "0000")             # PAN 0x1a62, to 0x3f2c
nwk = bytes.fromhex("0800" "2c3f" "0000" "1e" "21")               # not secured: no key yet
print("key-transport key", keyed_hash(link_key, 0x00).hex())
print("frame", (mac + nwk + aps + aux(0) + sealed).hex())
