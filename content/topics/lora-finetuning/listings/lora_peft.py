"""A whole LoRA life with PEFT on a toy model: pre-train, adapt, save, reload, switch, merge.

Nothing is downloaded. The base model is a tiny Llama built from its configuration and taught
to copy eight letters; the adapter then teaches it to write them backwards.
"""
import logging, os, sys, tempfile, warnings
warnings.filterwarnings("ignore")
os.environ["TRANSFORMERS_VERBOSITY"] = "error"
import numpy as np, torch
from transformers import LlamaConfig, LlamaForCausalLM
from peft import LoraConfig, PeftModel, get_peft_model

torch.manual_seed(0); torch.set_num_threads(1)
LETTERS, SEP, N = 16, 16, 8                        # token ids 0..15 are letters, 16 separates


def batch(rng, size, backwards):
    x = torch.from_numpy(rng.integers(0, LETTERS, (size, N)))
    y = x.flip(1) if backwards else x
    ids = torch.cat([x, torch.full((size, 1), SEP), y], dim=1)
    labels = ids.clone(); labels[:, :N + 1] = -100  # loss on the answer only
    return ids, labels


def train(model, steps, lr, backwards, seed, log=None, size=64):
    rng = np.random.default_rng(seed)
    params = [p for p in model.parameters() if p.requires_grad]
    opt = torch.optim.AdamW(params, lr=lr, weight_decay=0.0)
    warm = max(1, steps // 20)
    sched = torch.optim.lr_scheduler.LambdaLR(
        opt, lambda s: min(1, (s + 1) / warm) * max(0.02, 1 - s / steps))
    model.train()
    for step in range(steps):
        ids, labels = batch(rng, size, backwards)
        loss = model(input_ids=ids, labels=labels).loss
        opt.zero_grad(); loss.backward()
        torch.nn.utils.clip_grad_norm_(params, 1.0)
        opt.step(); sched.step()
        if log is not None and step % 10 == 0: log.append((step, loss.item()))


@torch.no_grad()
def test(model, backwards):
    """Loss, and share of letters right, on 512 words never seen in training."""
    ids, labels = batch(np.random.default_rng(99), 512, backwards)
    out = model.eval()(input_ids=ids, labels=labels)
    right = (out.logits[:, N:-1].argmax(-1) == labels[:, N + 1:]).float().mean()
    return f"loss {out.loss.item():.3f}, {100 * right.item():.1f} % right"


def new_base():
    return LlamaForCausalLM(LlamaConfig(
        vocab_size=17, hidden_size=64, intermediate_size=128, num_hidden_layers=2,
        num_attention_heads=4, max_position_embeddings=32, bos_token_id=None, eos_token_id=None))


base = new_base(); train(base, 1500, 3e-3, backwards=False, seed=1)
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
