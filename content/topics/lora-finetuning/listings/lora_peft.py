"""A whole LoRA life with PEFT on a toy model: pre-train, adapt, save, reload, switch, merge.

Nothing is downloaded. The base model is a tiny Llama built from its configuration and taught
to copy six letters; the adapter then teaches it to write them backwards.
"""
import os, tempfile
from toy_copy import batch, new_base, np, test, torch, train
from peft import LoraConfig, PeftModel, get_peft_model

base = new_base(); train(base, 400, 3e-3, backwards=False, seed=1)
start = {k: v.clone() for k, v in base.state_dict().items()}
print("base      copy:", test(base, False), "| backwards:", test(base, True))

config = LoraConfig(task_type="CAUSAL_LM", r=8, lora_alpha=16, target_modules="all-linear")
model = get_peft_model(base, config)
model.print_trainable_parameters()
print("fresh     backwards:", test(model, True), "(B = 0: same as base)")
train(model, 600, 5e-3, backwards=True, seed=2)
print("adapted   backwards:", test(model, True))
with model.disable_adapter():
    print("disabled  copy:", test(model, False), "(the base is still there)")
frozen = {k.replace(".base_layer", ""): v for k, v in model.base_model.model.state_dict().items()}
print("base weights unchanged:", all(torch.equal(v, frozen[k]) for k, v in start.items()))

with tempfile.TemporaryDirectory() as folder:
    model.save_pretrained(folder)
    size = os.path.getsize(os.path.join(folder, "adapter_model.safetensors"))
    fresh = new_base(); fresh.load_state_dict(start)
    again = PeftModel.from_pretrained(fresh, folder)
    ids, _ = batch(np.random.default_rng(5), 64, True)
    with torch.no_grad():
        a, b = model.eval()(input_ids=ids).logits, again.eval()(input_ids=ids).logits
        merged = again.merge_and_unload(safe_merge=True)
        c = merged(input_ids=ids).logits
    print(f"adapter file {size} bytes; reloaded differs by {(a - b).abs().max():.0e}")
    print(f"merged differs by {(c - b).abs().max():.1e} (logits up to {b.abs().max():.0f}); "
          f"LoRA layers left: {sum('lora' in n for n, _ in merged.named_modules())}")
