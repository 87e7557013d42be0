#!/bin/sh
# What a listener learns who knows nothing but the public link key "ZigBeeAlliance09".
set -e
join=618811621a2c3f000008002c3f00001e212107300110000004030201004b1200d758eb80c61d32a7574dc30ccc416a98f484aed7e5f1a5ffb02437b0041d18842314469df68e89
data=61885b621a00002c3f480200002c3f1e7728b2a100000d0c0b0a004b120000be9dc5ca999d7b6c37d2a1754db5dc49461f5307
public='uat:zigbee_pc_keys:"5a6967426565416c6c69616e63653039","Normal","public"'

for frame in $join $data; do
  printf '000000 %s\n' "$(echo $frame | sed 's/../& /g')"
done | text2pcap -q -l 230 - both.pcap

echo "no key:"
tshark -r both.pcap -T fields -E separator=' ' -e frame.number -e _ws.col.Info 2>/dev/null
echo "with the public key:"
tshark -r both.pcap -o "$public" -T fields -E separator=' ' -e frame.number -e _ws.col.Info 2>/dev/null
tshark -r both.pcap -o "$public" -V 2>/dev/null |
  sed -n -e 's/^ *\(Key: .*\)/frame 1 gives the network \1/p' -e 's/^ *\(Measured Value: .*\)/frame 2 says \1/p'
