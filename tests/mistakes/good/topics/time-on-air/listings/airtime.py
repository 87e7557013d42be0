chips = 2**7
print(chips / 125)
