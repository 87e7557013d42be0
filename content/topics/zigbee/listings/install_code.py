"""From install code to link key: CRC-16/X-25 check, then AES-MMO-128."""
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from zigpy.util import convert_install_code


def aes(key, block):
    e = Cipher(algorithms.AES(key), modes.ECB()).encryptor()
    return e.update(block) + e.finalize()


def crc_x25(data):
    crc = 0xFFFF
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = crc >> 1 ^ (0x8408 if crc & 1 else 0)
    return crc ^ 0xFFFF


def aes_mmo(data):
    """Matyas-Meyer-Oseas: H[i] = AES(key = H[i-1], M[i]) xor M[i], H[0] = 0."""
    padded = data + b"\x80"
    padded += bytes(-(len(padded) + 2) % 16) + (8 * len(data)).to_bytes(2, "big")
    h = bytes(16)
    for i in range(0, len(padded), 16):
        m = padded[i:i + 16]
        h = bytes(a ^ b for a, b in zip(aes(h, m), m))
    return h


code = bytes.fromhex("83fed3407a939723a5c639b26916d505c3b5")   # code and CRC
body, crc = code[:-2], int.from_bytes(code[-2:], "little")
print(f"CRC in the code 0x{crc:04x}, computed 0x{crc_x25(body):04x}")
key = aes_mmo(code)                            # the CRC is hashed as well
print("link key ", key.hex(" "))
print("zigpy    ", bytes(convert_install_code(code).serialize()).hex(" "))
assert key == bytes(convert_install_code(code).serialize())

typo = bytes.fromhex("83fed3407a939723a5c639b26916d504c3b5")   # one digit wrong
print("one wrong digit:", "accepted" if crc_x25(typo[:-2]) == crc else "refused by the CRC")
print("without the CRC bytes the key would be", aes_mmo(body).hex(" "))
