"""The toy task again, QLoRA style: 4-bit NF4 base, LoRA on top, then two ways to merge."""
import tempfile
from toy_copy import batch, new_base, np, test, torch, train
from peft import LoraConfig, PeftModel, get_peft_model, prepare_model_for_kbit_training
from transformers import AutoModelForCausalLM, BitsAndBytesConfig

base = new_base(); train(base, 400, 3e-3, backwards=False, seed=1)
nf4 = BitsAndBytesConfig(load_in_4bit=True, bnb_4bit_quant_type="nf4",
                         bnb_4bit_use_double_quant=True, bnb_4bit_compute_dtype=torch.float32)

with tempfile.TemporaryDirectory() as folder:
    base.save_pretrained(folder + "/base")

    def load(**how):
        return AutoModelForCausalLM.from_pretrained(folder + "/base", dtype=torch.float32, **how)

    torch.manual_seed(0)                            # an adapter that starts the same everywhere
    model = load(quantization_config=nf4)
    layer = model.model.layers[0].mlp.up_proj
    print("layer:", type(layer).__name__, "| stored:", layer.weight.numel(), layer.weight.dtype,
          "for", layer.in_features * layer.out_features, "weights")
    # Tried on a copy: on some processors bitsandbytes repacks the weights of a model that is evaluated.
    print("4-bit base   copy:", test(load(quantization_config=nf4), False))
    model = prepare_model_for_kbit_training(model, use_gradient_checkpointing=False)
    model = get_peft_model(model, LoraConfig(
        task_type="CAUSAL_LM", r=8, lora_alpha=16, target_modules="all-linear"))
    model.print_trainable_parameters()
    train(model, 600, 5e-3, backwards=True, seed=2)
    print("4-bit + LoRA backwards:", test(model, True))
    model.save_pretrained(folder + "/adapter")

    def adapted(**how):
        return PeftModel.from_pretrained(load(**how), folder + "/adapter")

    print("merged into 4 bit:     ", test(adapted(quantization_config=nf4).merge_and_unload(), True))
    print("merged into 32 bit:    ", test(adapted().merge_and_unload(), True))
