"""LoRA for one linear layer, by hand: forward, backward, Adam, merge. NumPy only."""
import numpy as np

rng = np.random.default_rng(7)
d_out, d_in, r, alpha = 48, 64, 4, 8
scale = alpha / r

W0 = rng.standard_normal((d_out, d_in)) / np.sqrt(d_in)       # "pre-trained", frozen
change = rng.standard_normal((d_out, 3)) @ rng.standard_normal((3, d_in)) / 20
X = rng.standard_normal((2048, d_in))
Y = X @ (W0 + change).T                                       # the new task: a rank-3 change

A = rng.uniform(-1, 1, (r, d_in)) * np.sqrt(3 / d_in)         # random
B = np.zeros((d_out, r))                                      # zero, so that B @ A = 0
W0_before = W0.copy()


def forward(x):
    return x @ W0.T + scale * (x @ A.T) @ B.T


def loss_and_grads(x, y):
    error = forward(x) - y
    g = 2 * error / error.size                                # d loss / d output
    grad_B = scale * g.T @ (x @ A.T)
    grad_A = scale * (g @ B).T @ x
    return np.mean(error ** 2), grad_A, grad_B


loss, gA, gB = loss_and_grads(X, Y)
print(f"trainable {A.size + B.size} of {W0.size + A.size + B.size}")
print(f"start: output differs from frozen layer by {np.abs(forward(X) - X @ W0.T).max():.1e}")
print(f"first step: |grad A| = {np.linalg.norm(gA):.1e}, |grad B| = {np.linalg.norm(gB):.1e}")

state = [np.zeros_like(p) for p in (A, A, B, B)]              # Adam: m and v for A, then for B
for step in range(1, 401):
    batch = rng.integers(0, len(X), 128)
    loss, gA, gB = loss_and_grads(X[batch], Y[batch])
    for p, g, m, v in ((A, gA, state[0], state[1]), (B, gB, state[2], state[3])):
        m += 0.1 * (g - m)
        v += 0.001 * (g * g - v)
        p -= 0.02 * (1 - step / 401) * (m / (1 - 0.9 ** step)) / (np.sqrt(v / (1 - 0.999 ** step)) + 1e-8)
    if step in (1, 50, 100, 200, 400):
        print(f"step {step:3d}  loss {loss:.2e}")

delta = scale * B @ A
merged = W0 + delta
print("rank of the learned change:", np.linalg.matrix_rank(delta, tol=1e-3))
print(f"error against the true change: {np.linalg.norm(delta - change) / np.linalg.norm(change):.1e}")
print("W0 untouched:", np.array_equal(W0, W0_before))
print(f"merged against unmerged: {np.abs(X @ merged.T - forward(X)).max():.1e}")
