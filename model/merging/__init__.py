"""The parts of the three-way merge: order, fields, names, agendas and the rules that hold across fields.

Pure, like all of the model's core; the door is `model.merge`.
"""
