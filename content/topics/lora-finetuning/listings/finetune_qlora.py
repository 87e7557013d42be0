"""QLoRA fine-tuning of a real instruction model on one GPU (TRL, PEFT, bitsandbytes).

data/train.jsonl and data/valid.jsonl: one {"prompt": [...], "completion": [...]} per line,
each a list of {"role": ..., "content": ...}. Split by document or customer, not by line.
"""
import torch
from datasets import load_dataset
from peft import LoraConfig
from transformers import AutoModelForCausalLM, BitsAndBytesConfig
from trl import SFTConfig, SFTTrainer

BASE = "your/instruction-model"      # note its exact revision: the adapter fits no other

model = AutoModelForCausalLM.from_pretrained(
    BASE, dtype=torch.bfloat16, device_map="auto",
    quantization_config=BitsAndBytesConfig(
        load_in_4bit=True, bnb_4bit_quant_type="nf4", bnb_4bit_use_double_quant=True,
        bnb_4bit_compute_dtype=torch.bfloat16))

trainer = SFTTrainer(
    model=model,
    train_dataset=load_dataset("json", data_files="data/train.jsonl", split="train"),
    eval_dataset=load_dataset("json", data_files="data/valid.jsonl", split="train"),
    peft_config=LoraConfig(task_type="CAUSAL_LM", r=16, lora_alpha=32, lora_dropout=0.05,
                           target_modules="all-linear"),
    args=SFTConfig(
        output_dir="out", num_train_epochs=3, learning_rate=2e-4, warmup_steps=0.03,
        lr_scheduler_type="cosine", max_grad_norm=0.3, bf16=True, gradient_checkpointing=True,
        per_device_train_batch_size=2, gradient_accumulation_steps=8, max_length=2048,
        completion_only_loss=True, optim="paged_adamw_32bit",
        eval_strategy="epoch", save_strategy="epoch", load_best_model_at_end=True, seed=0))

trainer.train()
trainer.save_model("out/adapter")    # adapter_model.safetensors and adapter_config.json only
