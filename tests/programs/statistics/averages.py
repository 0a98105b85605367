# Averages, spread and what data has none.
import statistics as s

data = [2, 4, 4, 4, 5, 5, 7, 9]
print(s.mean(data), s.fmean(data), s.median(data), s.median_low(data), s.median_high(data), s.mode(data), s.multimode('aabbc'), s.mean([1, 2]), s.mean([1, 2, 3]), s.mean([0.1] * 3))
print(s.stdev(data), s.pstdev(data), s.variance(data), s.pvariance(data), s.stdev([1.5, 2.5, 4.0]), s.harmonic_mean([40, 60]), s.geometric_mean([54, 24, 36]))
print(s.quantiles(data), s.quantiles(range(1, 101), n=10), s.quantiles([1, 2, 3], method='inclusive'))
print(s.covariance([1, 2, 3], [1, 5, 7]), s.correlation([1, 2, 3], [1, 5, 7]), s.linear_regression([1, 2, 3], [2, 4, 6.5]))
n = s.NormalDist(100, 15)
print(n, n.mean, n.stdev, round(n.cdf(115), 6), round(n.pdf(100), 6), n + 5)
for call in [lambda: s.mean([]), lambda: s.median([]), lambda: s.stdev([1]), lambda: s.mode([]), lambda: s.mean(['a'])]:
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
