"""The toy task of lora_peft.py and lora_ranks.py: copy six letters, or write them backwards."""
import os, warnings
warnings.filterwarnings("ignore")
os.environ["TRANSFORMERS_VERBOSITY"] = "error"
import numpy as np, torch
from transformers import LlamaConfig, LlamaForCausalLM

torch.manual_seed(0); torch.set_num_threads(1)
LETTERS, SEP, N = 16, 16, 6                        # token ids 0..15 are letters, 16 separates


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
    """Loss, and share of letters right, on 512 words drawn apart from the training data."""
    ids, labels = batch(np.random.default_rng(99), 512, backwards)
    out = model.eval()(input_ids=ids, labels=labels)
    right = (out.logits[:, N:-1].argmax(-1) == labels[:, N + 1:]).float().mean()
    return f"loss {out.loss.item():.3f}, {100 * right.item():.1f} % right"


def new_base():
    return LlamaForCausalLM(LlamaConfig(
        vocab_size=17, hidden_size=64, intermediate_size=128, num_hidden_layers=2,
        num_attention_heads=4, max_position_embeddings=32, bos_token_id=None, eos_token_id=None))
