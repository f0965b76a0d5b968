-- Reads and writes as a team does over a working day; every write that is acknowledged is written down.
-- wrk -s load.lua URL -- MIX USERS LOG, with MIX one of caseload, mixed.
local users, mix, log, thread = {}, "mixed", nil, 0

function setup(made)
  made:set("number", thread)
  thread = thread + 1
end

function init(arguments)
  mix = arguments[1]
  for line in io.lines(arguments[2]) do
    local cookie, token, cases = line:match("^(%S+)\t(%S+)\t(%S+)$")
    local held = {}
    for case in cases:gmatch("[^,]+") do held[#held + 1] = case end
    users[#users + 1] = {cookie = cookie, token = token, cases = held}
  end
  log = io.open(arguments[3] .. number, "a")
  log:setvbuf("line")
  math.randomseed(number + 1)
end

local function page(user, path)
  return wrk.format("GET", path, {Cookie = user.cookie})
end

function request()
  local user = users[math.random(#users)]
  local case = user.cases[math.random(#user.cases)]
  local lot = mix == "caseload" and 0 or math.random()
  if lot < 0.4 then return page(user, "/caseload") end
  if lot < 0.6 then return page(user, "/cases/" .. case) end
  local bearer = {Authorization = "Bearer " .. user.token, ["Content-Type"] = "application/json"}
  if lot < 0.8 then return wrk.format("GET", "/api/v1/cases/" .. case .. "/contacts?limit=20", bearer) end
  local body = '{"on": "' .. os.date("!%Y-%m-%d", os.time() - 86400) .. '", "minutes": 45, "kind": "home_visit", "direct": true, "attendance": "attended"}'
  return wrk.format("POST", "/api/v1/cases/" .. case .. "/contacts", bearer, body)
end

function response(status, headers, body)
  if status == 201 then
    local id = body:match('"contact_id":"([^"]+)"')
    if id then log:write(id, "\n") end
  elseif status >= 400 or status == 303 then
    log:write("! ", status, "\n")
  end
end

function done(summary, latency)
  print(string.format(
    "RESULT %d %d %.3f %.3f %d %d", summary.requests, summary.duration, latency:percentile(50) / 1000,
    latency:percentile(99) / 1000, summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout,
    summary.errors.status))
end
