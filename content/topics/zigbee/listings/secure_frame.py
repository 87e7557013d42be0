"""Protect one Zigbee data frame at the network layer: AES-128 in CCM*, level 5."""
import sys
from cryptography.hazmat.primitives.ciphers.aead import AESCCM

network_key = bytes.fromhex("00112233445566778899aabbccddeeff")   # ours; never use it
sender = 0x00124B000A0B0C0D                                       # IEEE address
counter = 0x0000A1B2                                              # frame counter

zcl = bytes.fromhex("182a0a000029c409")
aps = bytes([0x00,                                    # data, unicast, no APS ack
             0x01]) + (0x0402).to_bytes(2, "little")  # destination endpoint 1, cluster
aps += (0x0104).to_bytes(2, "little") + bytes([0x01, 0x9C])   # profile, endpoint, counter

mac = bytes.fromhex("6188" "5b" "621a" "0000" "2c3f")   # data, PAN 0x1a62, 0x3f2c to 0x0000
nwk = bytes.fromhex("4802" "0000" "2c3f" "1e" "77")     # data, secured, radius 30, number


def auxiliary(level):
    control = level | 1 << 3 | 1 << 5                   # network key, extended nonce
    return (bytes([control]) + counter.to_bytes(4, "little")
            + sender.to_bytes(8, "little") + bytes([0]))  # key sequence number 0


real = auxiliary(5)                                     # what is authenticated
nonce = real[5:13] + real[1:5] + real[0:1]              # address, counter, control
sealed = AESCCM(network_key, tag_length=4).encrypt(nonce, aps + zcl, nwk + real)
frame = mac + nwk + auxiliary(0) + sealed               # level bits are sent as zero

print("nonce      ", nonce.hex(" "))
print("authentic  ", (nwk + real).hex(" "))
print("plain      ", (aps + zcl).hex(" "))
print("encrypted  ", sealed[:-4].hex(" "))
print("MIC        ", sealed[-4:].hex(" "))
print("frame      ", frame.hex())
used = len(frame) + 2                                   # with the frame check sequence
print(f"{used} of 127 bytes on the air for {len(zcl)} bytes of ZCL")
