"""Check aircraft files against JSBSim's own XML schema. Argument: a checkout of the JSBSim repository."""
import glob
import os
import sys
from lxml import etree

repository = sys.argv[1]
schema = etree.XMLSchema(etree.parse(os.path.join(repository, "JSBSim.xsd")))

def check(path):
    tree = etree.parse(path)
    if tree.getroot().tag != "fdm_config":
        return None
    return "" if schema.validate(tree) else f"line {schema.error_log[0].line}: {schema.error_log[0].message[:90]}"

print("ts1.xml:", check("ts1.xml") or "valid")
found = {os.path.basename(p): check(p) for p in sorted(glob.glob(os.path.join(repository, "aircraft/*/*.xml")))}
models = {name: text for name, text in found.items() if text is not None}
print(f"aircraft in the repository: {len(models)}, of which valid: {sum(text == '' for text in models.values())}")
for name, text in models.items():
    if text:
        print(f"  {name}: {text}")
