"""Trainable parameters for a Llama-7B shape, counted by PEFT itself (no weights are made)."""
import os, warnings
warnings.filterwarnings("ignore")
os.environ["TRANSFORMERS_VERBOSITY"] = "error"
import torch
from transformers import LlamaConfig, LlamaForCausalLM
from peft import LoraConfig, get_peft_model

shape = LlamaConfig()                              # the library's default is the Llama-7B shape
print("hidden", shape.hidden_size, "mlp", shape.intermediate_size, "layers", shape.num_hidden_layers)

for targets, r in ((None, 8), (["q_proj", "v_proj"], 16), ("all-linear", 8), ("all-linear", 16)):
    with torch.device("meta"):                     # shapes only: a 7-billion model in no memory
        model = LlamaForCausalLM(shape)
        model = get_peft_model(model, LoraConfig(task_type="CAUSAL_LM", r=r, target_modules=targets))
    print(f"targets={targets}, r={r}")
    model.print_trainable_parameters()
