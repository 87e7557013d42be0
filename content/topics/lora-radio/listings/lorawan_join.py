"""A LoRaWAN 1.0.x join: MIC of the request, the accept on the air and opened, session keys."""
from Crypto.Cipher import AES
from Crypto.Hash import CMAC

app_key = bytes.fromhex("98929b92c49edba9676d646d3b612456")
aes = AES.new(app_key, AES.MODE_ECB)


def mic(message):
    mac = CMAC.new(app_key, ciphermod=AES)
    mac.update(message)
    return mac.digest()[:4]


def verdict(frame):
    return f"MIC {frame[-4:].hex()}: {'match' if mic(frame[:-4]) == frame[-4:] else 'no match'}"


request = bytes.fromhex("0039363463336913AA05693574323831330489C65B1304")
join_eui, dev_eui, dev_nonce = request[1:9], request[9:17], request[17:19]
print(f"request: JoinEUI {join_eui[::-1].hex()}, DevEUI {dev_eui[::-1].hex()}, DevNonce {dev_nonce[::-1].hex()}")
print("request:", verdict(request))

clear = bytes.fromhex("20386337CCBBAAE7CD2C010000D9D0A6E7")
on_air = clear[:1] + aes.decrypt(clear[1:])      # the server runs AES backwards ...
print("accept on the air:", on_air.hex())
opened = on_air[:1] + aes.encrypt(on_air[1:])    # ... so that the device needs AES forwards only
join_nonce, net_id, dev_addr = opened[1:4], opened[4:7], opened[7:11]
print(f"accept: JoinNonce {join_nonce[::-1].hex()}, NetID {net_id[::-1].hex()}, DevAddr {dev_addr[::-1].hex()}")
print("accept:", verdict(opened))

for nonce in (bytes.fromhex("f18e")[::-1], dev_nonce):
    for kind, name in ((1, "NwkSKey"), (2, "AppSKey")):
        key = aes.encrypt(bytes([kind]) + join_nonce + net_id + nonce + bytes(7))
        print(f"DevNonce {nonce[::-1].hex()}: {name} {key.hex()}")
