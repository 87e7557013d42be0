-- For wrk: asks for pages, and for each hashed file that an answered page names; counts what is answered.
local pages = {}
local threads = {}

function setup(thread)
  table.insert(threads, thread)
end

function init(arguments)
  for line in io.lines(arguments[1]) do pages[#pages + 1] = line end
  fine, unchanged, other, named, whole, worst, queue, tags = 0, 0, 0, 0, 0, '', {}, {}
  math.randomseed(tonumber(tostring({}):match('0x(%x+)'):sub(-6), 16))
end

function request()
  if #queue > 0 then
    named = named + 1
    return wrk.format('GET', table.remove(queue))
  end
  local path = pages[math.random(#pages)]
  local chance = math.random()
  if chance < 0.3 then return wrk.format('GET', path, { ['If-None-Match'] = table.concat(tags, ', ') }) end
  if chance < 0.6 then return wrk.format('GET', path, { ['Accept-Encoding'] = 'br, gzip' }) end
  return wrk.format('GET', path)
end

function response(status, headers, body)
  if status == 304 then
    unchanged = unchanged + 1
  elseif status == 200 then
    fine = fine + 1
    if not headers['Content-Encoding'] and headers['Content-Type']:sub(1, 9) == 'text/html' then
      whole = whole + 1
      tags[math.random(12)] = headers['ETag']
      for i = 1, 12 do tags[i] = tags[i] or '"none"' end
      for path in body:gmatch('"(/assets/[^"]+)"') do queue[#queue + 1] = path end
    end
  else
    other = other + 1
    worst = tostring(status)
  end
end

function done(summary, latency)
  local sum = { fine = 0, unchanged = 0, other = 0, named = 0, whole = 0 }
  local worst = ''
  for _, thread in ipairs(threads) do
    for name in pairs(sum) do sum[name] = sum[name] + thread:get(name) end
    if thread:get('worst') ~= '' then worst = thread:get('worst') end
  end
  io.write(string.format(
    'RESULT {"fine":%d,"unchanged":%d,"other":%d,"named":%d,"whole":%d,"worst":"%s","broken":%d,"seconds":%.3f,"medianMs":%.3f,"p99Ms":%.3f}\n',
    sum.fine, sum.unchanged, sum.other, sum.named, sum.whole, worst,
    summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout,
    summary.duration / 1e6, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3))
end
