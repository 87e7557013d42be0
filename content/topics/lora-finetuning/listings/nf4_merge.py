"""What happens to a small update when it is merged into 4-bit weights (bitsandbytes, CPU)."""
import torch
from bitsandbytes.functional import dequantize_4bit, quantize_4bit

torch.manual_seed(0)
d, r = 512, 8
W = torch.randn(d, d) * 0.02                                  # weights like a trained layer's
x = torch.randn(256, d)


def nf4(w, double=True):
    q, state = quantize_4bit(w, quant_type="nf4", blocksize=64, compress_statistics=double)
    return dequantize_4bit(q, state)


def rel(a, b):
    return (torch.linalg.norm(a - b) / torch.linalg.norm(b)).item()


Wq = nf4(W)
print(f"NF4 error of W: {rel(Wq, W):.4f}; without double quantisation {rel(nf4(W, False), W):.4f}")
print(f"requantising an NF4 matrix: {rel(nf4(Wq), Wq):.4f}")
print("|change|/|W|  kept side by side  merged, then 4 bit  share of the change that arrives")
for size in (0.003, 0.01, 0.03, 0.1, 0.3):
    D = torch.randn(d, r) @ torch.randn(r, d)
    D = D * (size * torch.linalg.norm(W) / torch.linalg.norm(D))
    wanted = x @ (Wq + D).T                                   # what was trained: 4-bit base + adapter
    merged = nf4(Wq + D)                                      # dequantise, add, quantise again
    arrived = torch.sum((merged - Wq) * D) / torch.sum(D * D)
    print(f"{size:12.3f} {rel(x @ Wq.T + x @ D.T, wanted):18.1e} {rel(x @ merged.T, wanted):19.4f}"
          f" {arrived.item():33.2f}")
