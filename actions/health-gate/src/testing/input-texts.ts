/** The inputs of a step that gives a URL and nothing else, with the defaults of action.yml. */
export const INPUT_TEXTS: Readonly<Record<string, string>> = {
  url: "https://shop.example/ready",
  "expect-status": "200",
  preset: "none",
  "version-pointer": "/version",
  "timeout-seconds": "120",
  "attempt-timeout-seconds": "5",
  "consecutive-successes": "3",
  "soak-seconds": "0",
  require: "all",
  resolve: "any",
  "follow-redirects": "false",
};
