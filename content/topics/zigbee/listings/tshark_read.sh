#!/bin/sh
# Let Wireshark's dissectors read the frame that secure_frame.py made.
set -e
frame=61885b621a00002c3f480200002c3f1e7728b2a100000d0c0b0a004b120000be9dc5ca999d7b6c37d2a1754db5dc49461f5307
key='uat:zigbee_pc_keys:"00112233445566778899aabbccddeeff","Normal","ours"'

# text2pcap wants an offset and spaced bytes; 230 = IEEE 802.15.4 without FCS
printf '000000 %s\n' "$(echo $frame | sed 's/../& /g')" | text2pcap -q -l 230 - frame.pcap

echo "without the key:"
tshark -r frame.pcap -T fields -E separator=' ' -e wpan.dst_pan -e zbee_nwk.src \
       -e zbee_nwk.dst -e zbee.sec.counter -e data.len 2>/dev/null

echo "with the key:"
tshark -n -r frame.pcap -o "$key" -V 2>/dev/null | sed -n '/Security Header/,$p' |
  grep -E 'Frame Counter|Extended Source:|Integrity|Endpoint:|Cluster:|Profile:|Direction|Command:|Attribute:|Data Type|Measured'
