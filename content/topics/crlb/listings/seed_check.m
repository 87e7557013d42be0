function seed_check()
  % What the published snippet draws, against the bound, for several f and se.
  N = 100;
  fprintf('%5s %5s %12s %12s %9s\n', 'f', 'se', 'snippet', 'bound', 'ratio');
  for se = [0.5 2]
    for f = [0.05 0.2 0.4]
      s = snippet(f, N, se);  b = bound(1, f, 0, N, 0.8, se);
      fprintf('%5.2f %5.1f %12.4e %12.4e %9.2f\n', f, se, s, b, s/b);
    end
  end
  fprintf('snippet, N=100 to N=200: factor %.2f\n', snippet(0.2,100,0.5)/snippet(0.2,200,0.5));
  fprintf('bound,   N=100 to N=200: factor %.2f\n', bound(1,0.2,0,100,0.8,0.5)/bound(1,0.2,0,200,0.8,0.5));
end

function v = snippet(f, N, se)                   % the formula of the published loop
  S = exp(-1i*2*pi*f*(0:N-1)');
  v = 1/(2*N*se*abs(S'*S));
end

function v = bound(A, f, phi, N, a, se)          % as in crlb_ar1.m
  n = (0:N-1)';  t = 2*pi*f*n + phi;
  D = [cos(t), -2*pi*A*n.*sin(t), -A*sin(t)];
  Z = [sqrt(1-a^2)*D(1,:); D(2:N,:) - a*D(1:N-1,:)];
  C = inv(Z'*Z/se);  v = C(2,2);
end
