-- Asks as approval systems do: subjects of the demonstration, one after another. DELAY is the mean time in
-- milliseconds that a connection waits before each request.
local token = os.getenv("TOKEN")
local path = os.getenv("ASKED_PATH")
local mean = tonumber(os.getenv("DELAY") or "0")
local bodies = {}
for line in io.lines(os.getenv("SUBJECTS")) do
   local identifier, name = line:match("([^|]+)|(.+)")
   bodies[#bodies + 1] = string.format(
      '{"identifier":"%s","name":"%s","matter":"food_permit","purpose":"approval","ground":"sd_regulation_22","case":"bench-1","officer":"window-1"}',
      identifier, name)
end
wrk.method = "POST"
wrk.path = path
wrk.headers["Content-Type"] = "application/json"
wrk.headers["Authorization"] = "Bearer " .. token
local at = math.random(#bodies)
function request()
   at = at % #bodies + 1
   return wrk.format(nil, nil, nil, bodies[at])
end
if mean > 0 then
   -- Between nothing and twice the mean, in whole milliseconds that are right on the average.
   function delay()
      return math.floor(math.random() * 2 * mean + math.random())
   end
end
