"""The toy task learned at several ranks, and by full fine-tuning; writes ranks.csv."""
import csv
from toy_copy import new_base, test, torch, train
from peft import LoraConfig, get_peft_model

base = new_base(); train(base, 400, 3e-3, backwards=False, seed=1)
start = {k: v.clone() for k, v in base.state_dict().items()}
curves = {}
for name, r in (("r1", 1), ("r2", 2), ("r8", 8), ("full", None)):
    model = new_base(); model.load_state_dict(start)
    torch.manual_seed(1)
    if r:
        model = get_peft_model(model, LoraConfig(
            task_type="CAUSAL_LM", r=r, lora_alpha=2 * r, target_modules="all-linear"))
    trained = sum(p.numel() for p in model.parameters() if p.requires_grad)
    curves[name] = []
    train(model, 600, 5e-3 if r else 3e-3, backwards=True, seed=2, log=curves[name])
    backwards = test(model, True)
    print(f"{name:5s}{trained:7d} trained | backwards: {backwards} | copy: {test(model, False)}")

with open("ranks.csv", "w", newline="") as f:
    out = csv.writer(f, lineterminator="\n")
    out.writerow(["step", *curves])
    for row in zip(*curves.values()):
        out.writerow([row[0][0], *(f"{max(loss, 1e-4):.4f}" for _, loss in row)])
