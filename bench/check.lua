-- Asks as approval systems do: subjects of the demonstration, one after another.
local token = os.getenv("TOKEN")
local path = os.getenv("ASKED_PATH")
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
function response(status)
   if status ~= 200 then wrong = (wrong or 0) + 1 end
end
