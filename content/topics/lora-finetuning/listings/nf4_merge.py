"""What happens to a small update when it is merged into 4-bit weights (bitsandbytes, CPU)."""
import csv
import torch
from bitsandbytes.functional import dequantize_4bit, quantize_4bit

torch.manual_seed(0)
d, r = 512, 8
W = torch.randn(d, d) * 0.02                                  # weights like a trained layer's


def nf4(w, double=True):
    q, state = quantize_4bit(w, quant_type="nf4", blocksize=64, compress_statistics=double)
    return dequantize_4bit(q, state)


def rel(a, b):
    return (torch.linalg.norm(a - b) / torch.linalg.norm(b)).item()


Wq = nf4(W)                                                   # what QLoRA trains against
print(f"NF4 error of W: {rel(Wq, W):.4f}; without double quantisation {rel(nf4(W, False), W):.4f}")
print(f"quantising an NF4 matrix once more changes it by {rel(nf4(Wq), Wq):.4f}")
print("share of the update that arrives, by its size relative to W")
print(" size   side by side   4-bit base: dequantise, add, requantise   unquantised base: add, quantise")
rows = []
for size in (0.003, 0.005, 0.01, 0.02, 0.03, 0.05, 0.1, 0.2, 0.3):
    D = torch.randn(d, r) @ torch.randn(r, d)
    D = D * (size * torch.linalg.norm(W) / torch.linalg.norm(D))

    def arrived(change):
        return (torch.sum(change * D) / torch.sum(D * D)).item()

    row = [size, arrived((Wq + D) - Wq), arrived(nf4(Wq + D) - Wq), arrived(nf4(W + D) - Wq)]
    print("{:5.3f} {:12.2f} {:32.2f} {:32.2f}".format(*row))
    if size <= 0.1:
        rows.append([size, *(f"{v:.4f}" for v in row[1:])])

with open("nf4_merge.csv", "w", newline="") as f:
    csv.writer(f, lineterminator="\n").writerows([["size", "beside", "into4", "into16"], *rows])
