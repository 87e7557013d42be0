function crlb_ar1()
  % CRLB of the frequency of A*cos(2*pi*f*n+phi) in AR(1) noise.
  % Unknown: amplitude, frequency, phase. Frequencies in cycles per sample.
  N = 100;  A = 1;  a = 0.8;  se = 0.5;  sw = se/(1 - a^2);
  points = [0.01 0; 0.01 pi/2; 0.05 0; 0.1 0; 0.2 0; 0.25 pi/3; 0.4 0; 0.49 0; 0.49 pi/2];
  fprintf('%6s %8s %15s %15s %15s\n', 'f', 'phi', 'exact', 'asymptotic', 'white');
  for k = 1:size(points,1)
    f = points(k,1);  phi = points(k,2);
    fprintf('%6.2f %8.5f %15.8e %15.8e %15.8e\n', f, phi, ...
      crlb_exact(A, f, phi, N, a, se), crlb_asymptotic(A, f, N, a, se), ...
      crlb_exact(A, f, phi, N, 0, sw));              % white, same total power
  end

  fs = 1000;                                         % the same bound in hertz
  v = crlb_exact(A, 0.2, 0, N, a, se);
  fprintf('f=0.2, fs=%d Hz: std %.4f Hz\n', fs, fs*sqrt(v));

  f = (0.006:0.004:0.494)';  E0 = f;  E1 = f;  W = f;
  for k = 1:numel(f)
    E0(k) = crlb_exact(A, f(k), 0, N, a, se);
    E1(k) = crlb_exact(A, f(k), pi/2, N, a, se);
    W(k) = crlb_exact(A, f(k), 0, N, 0, sw);
  end
  S = crlb_asymptotic(A, f, N, a, se);
  id = fopen('crlb_ar1.csv', 'w');
  fprintf(id, 'f,exact_0,exact_90,asymptotic,white\n');
  fprintf(id, '%.3f,%.6e,%.6e,%.6e,%.6e\n', [f E0 E1 S W]');
  fclose(id);
  figure('visible', 'off');
  semilogy(f, E0, f, E1, f, S, '--', f, W, ':');
  xlabel('frequency, cycles/sample');  ylabel('var, (cycles/sample)^2');
  legend('exact, phi=0', 'exact, phi=pi/2', 'asymptotic', 'white, same power');
  print('-dpng', 'crlb_ar1.png');
end

function v = crlb_exact(A, f, phi, N, a, se)
  % se: variance of e(n) in w(n) = a*w(n-1) + e(n), w stationary from n = 0
  n = (0:N-1)';
  t = 2*pi*f*n + phi;
  D = [cos(t), -2*pi*A*n.*sin(t), -A*sin(t)];        % d/dA, d/df, d/dphi
  Z = [sqrt(1 - a^2)*D(1,:); D(2:N,:) - a*D(1:N-1,:)];   % whitened
  C = inv(Z'*Z/se);                                  % inverse Fisher matrix
  v = C(2,2);                                        % (cycles/sample)^2
end

function v = crlb_asymptotic(A, f, N, a, se)
  P = se./(1 + a^2 - 2*a*cos(2*pi*f));               % noise spectrum at f
  v = 6*P/(pi^2*A^2*N*(N^2-1));
end
