#!/bin/sh
# JSBSim's own folder layout, built from the flat files of this example, then one batch run.
set -e
root=$(mktemp -d)
mkdir -p "$root/aircraft/ts1" "$root/engine" "$root/scripts" "$root/systems"
cp ts1.xml ts1-init.xml "$root/aircraft/ts1/"
cp ts1-engine.xml ts1-prop.xml "$root/engine/"
cp ts1-takeoff.xml "$root/scripts/"
jsbsim --version
JSBSIM_DEBUG=1 jsbsim --root="$root" --script=scripts/ts1-takeoff.xml --outputpath="$PWD" --nohighlight >"$root/log"
sed -n '/Execution beginning/,$p' "$root/log" | sed -n -e '/GEAR_CONTACT/p' -e '/(Event/p' -e '/^    /p'
head -1 takeoff.csv
rm -r "$root"
