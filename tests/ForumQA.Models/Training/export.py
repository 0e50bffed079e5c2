"""Usage: export.py MODEL.onnx LEARNED.pt OUT.onnx TOKENS.tsv: puts what train.py learned into the model, and the weights of tokens into lines as question-tokens.tsv has them."""
import sys
import onnx, torch
from onnx import numpy_helper
from bert import load

MODEL, LEARNED, OUT, TOKENS = sys.argv[1:]
_, where = load(MODEL)
model, learned = onnx.load(MODEL), torch.load(LEARNED)
layers = {where.get(name, name): values for name, values in learned['P'].items()}
for weight in model.graph.initializer:
    if weight.name in layers:
        weight.CopyFrom(numpy_helper.from_array(layers[weight.name].numpy(), weight.name))
onnx.save(model, OUT)
with open(TOKENS, 'w') as file:
    file.write('Intercept\t%.4f\n' % learned['tok'][-1])
    for i in range(384):
        file.write('t%d\t%.4f\n' % (i, learned['tok'][i]))
