"""Symbol errors of an ideal LoRa demodulator in white noise, against SNR; writes a CSV file for SF7 and one for SF9."""
import csv
import pathlib
import sys

import numpy as np

rng = np.random.default_rng(20261124)


def symbol_error_rate(sf, snr_db, count):
    """One sample per chip: chirp, add noise, dechirp, FFT, take the largest bin."""
    m = 2**sf
    n = np.arange(m)
    downchirp = np.exp(-1j * np.pi * n * n / m)
    amplitude = 10 ** (snr_db / 20)                  # noise power 1 in the bandwidth
    wrong = 0
    for _ in range(0, count, 500):
        sent = rng.integers(0, m, 500)
        upchirps = np.exp(1j * np.pi * n * n / m) * np.exp(2j * np.pi * np.outer(sent, n) / m)
        noise = (rng.standard_normal((500, m)) + 1j * rng.standard_normal((500, m))) / np.sqrt(2)
        spectrum = np.fft.fft((amplitude * upchirps + noise) * downchirp, axis=1)
        wrong += np.count_nonzero(np.argmax(np.abs(spectrum), axis=1) != sent)
    return wrong / count


limits = {7: -7.5, 8: -10.0, 9: -12.5, 10: -15.0}    # SX1276 data sheet, table 13
print("SF   limit   SER at limit  SER 1 dB lower  SER 3 dB lower")
for sf, limit in limits.items():
    rates = [symbol_error_rate(sf, limit - below, 20000) for below in (0, 1, 3)]
    print(f"{sf:<3} {limit:6.1f} dB   {rates[0]:9.5f}    {rates[1]:9.5f}       {rates[2]:9.5f}")
for sf in (7, 9):
    path = pathlib.Path(sys.argv[1]) / f"symbol-errors-sf{sf}.csv"
    with path.open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["snr_db", "symbol_error_rate"])
        for half in range(8):
            snr = limits[sf] - half / 2
            writer.writerow([snr, symbol_error_rate(sf, snr, 20000)])
