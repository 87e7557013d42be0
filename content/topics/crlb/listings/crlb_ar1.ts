// The same bound from the tridiagonal inverse covariance, entry by entry, and Cramer's rule.
type Vec3 = [number, number, number];

function crlbExact(A: number, f: number, phi: number, N: number, a: number, se: number): number {
  const d = (n: number): Vec3 => {
    const t = 2 * Math.PI * f * n + phi;
    return [Math.cos(t), -2 * Math.PI * A * n * Math.sin(t), -A * Math.sin(t)];
  };
  const J = [[0, 0, 0], [0, 0, 0], [0, 0, 0]];
  for (let n = 0; n < N; n++) {
    const here = d(n);
    const next = n + 1 < N ? d(n + 1) : undefined;
    const diagonal = n === 0 || n === N - 1 ? 1 : 1 + a * a;
    for (let i = 0; i < 3; i++)
      for (let j = 0; j < 3; j++) {
        J[i][j] += (diagonal * here[i] * here[j]) / se;
        if (next) J[i][j] -= (a * (here[i] * next[j] + next[i] * here[j])) / se;
      }
  }
  const det =
    J[0][0] * (J[1][1] * J[2][2] - J[1][2] * J[2][1]) -
    J[0][1] * (J[1][0] * J[2][2] - J[1][2] * J[2][0]) +
    J[0][2] * (J[1][0] * J[2][1] - J[1][1] * J[2][0]);
  return (J[0][0] * J[2][2] - J[0][2] * J[2][0]) / det;
}

function crlbAsymptotic(A: number, f: number, N: number, a: number, se: number): number {
  const P = se / (1 + a * a - 2 * a * Math.cos(2 * Math.PI * f));
  return (6 * P) / (Math.PI ** 2 * A ** 2 * N * (N ** 2 - 1));
}

const [N, A, a, se] = [100, 1, 0.8, 0.5];
const sw = se / (1 - a * a);
const h = Math.PI / 2;
const e = (x: number): string =>
  x.toExponential(8).replace(/e([+-])(\d)$/, 'e$10$2').padStart(15);
console.log(['f'.padStart(6), 'phi'.padStart(8), ...['exact', 'asymptotic', 'white'].map((s) => s.padStart(15))].join(' '));
for (const [f, phi] of [[0.01, 0], [0.01, h], [0.05, 0], [0.1, 0], [0.2, 0],
  [0.25, Math.PI / 3], [0.4, 0], [0.49, 0], [0.49, h]])
  console.log([f.toFixed(2).padStart(6), phi.toFixed(5).padStart(8),
    e(crlbExact(A, f, phi, N, a, se)), e(crlbAsymptotic(A, f, N, a, se)),
    e(crlbExact(A, f, phi, N, 0, sw))].join(' '));
console.log(`f=0.2, fs=1000 Hz: std ${(1000 * Math.sqrt(crlbExact(A, 0.2, 0, N, a, se))).toFixed(4)} Hz`);
