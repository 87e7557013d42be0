"""A LoRaWAN 1.0.x data frame: verify the MIC, decrypt the payload (AES-128 only)."""
from Crypto.Cipher import AES
from Crypto.Hash import CMAC


def block(first, direction, dev_addr, counter, last):
    """A_i (first = 1) and B_0 (first = 0x49) of LoRaWAN L2 1.0.4, tables 12 and 13."""
    return bytes([first, 0, 0, 0, 0, direction]) + dev_addr + counter.to_bytes(4, "little") + bytes([0, last])


def mic(key, direction, dev_addr, counter, message):
    mac = CMAC.new(key, ciphermod=AES)
    mac.update(block(0x49, direction, dev_addr, counter, len(message)) + message)
    return mac.digest()[:4]


def crypt(key, direction, dev_addr, counter, payload):
    aes, out = AES.new(key, AES.MODE_ECB), b""
    for i in range(0, len(payload), 16):
        stream = aes.encrypt(block(1, direction, dev_addr, counter, i // 16 + 1))
        out += bytes(p ^ s for p, s in zip(payload[i:i + 16], stream))
    return out


frame = bytes.fromhex("40F17DBE4900020001954378762B11FF0D")
nwk_s_key = bytes.fromhex("44024241ED4CE9A68C6A8BC055233FD3")
app_s_key = bytes.fromhex("EC925802AE430CA77FD3DD73CB2CC588")

mhdr, dev_addr, f_ctrl = frame[0], frame[1:5], frame[5]
f_cnt = int.from_bytes(frame[6:8], "little")
options = f_ctrl & 0x0F
port, payload, given = frame[8 + options], frame[9 + options:-4], frame[-4:]
direction = 0 if (mhdr >> 5) in (2, 4) else 1
print(f"type {mhdr >> 5:03b}, DevAddr {dev_addr[::-1].hex().upper()}, FCnt {f_cnt}, FPort {port}")
for key_name, key in (("NwkSKey", nwk_s_key), ("wrong key", bytes(16))):
    computed = mic(key, direction, dev_addr, f_cnt, frame[:-4])
    print(f"MIC in frame {given.hex()}, with {key_name} {computed.hex()}: {'match' if computed == given else 'no match'}")
for high in (0, 1):
    computed = mic(nwk_s_key, direction, dev_addr, f_cnt + (high << 16), frame[:-4])
    print(f"counter taken as {f_cnt + (high << 16)}: {'match' if computed == given else 'no match'}")
print("payload:", crypt(app_s_key, direction, dev_addr, f_cnt, payload))
