gnuplot airtime.gp
