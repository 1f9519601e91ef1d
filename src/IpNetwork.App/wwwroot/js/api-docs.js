// The reference page of the API. Nothing is fetched from elsewhere: no fonts, no telemetry, no agent.
Scalar.createApiReference('#api-docs', {
  url: document.querySelector('#api-docs').dataset.url,
  withDefaultFonts: false,
  telemetry: false,
  agent: { disabled: true },
  mcp: { disabled: true },
  hideClientButton: true,
  showDeveloperTools: 'never',
});
