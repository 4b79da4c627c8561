// Three things that a person must hear of: the app is not ready, a delivery has been owed for long, a message keeps failing.
param location string
param name string
param insightsId string
param actionGroupId string
param healthUrl string
param tags object

resource ping 'Microsoft.Insights/webtests@2022-06-15' = {
  name: 'samverkan-${name}-ready'
  location: location
  tags: union(tags, { 'hidden-link:${insightsId}': 'Resource' })
  kind: 'standard'
  properties: {
    SyntheticMonitorId: 'samverkan-${name}-ready'
    Name: 'ready'
    Kind: 'standard'
    Enabled: true
    Frequency: 900
    Timeout: 60
    RetryEnabled: true
    Locations: [
      { Id: 'emea-nl-ams-azr' }
      { Id: 'emea-se-sto-edge' }
      { Id: 'emea-gb-db3-azr' }
    ]
    Request: { RequestUrl: healthUrl, HttpVerb: 'GET' }
    ValidationRules: { ExpectedHttpStatusCode: 200, SSLCheck: true, SSLCertRemainingLifetimeCheck: 14 }
  }
}

resource unready 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: 'samverkan-${name}-unready'
  location: 'global'
  tags: tags
  properties: {
    description: 'Samverkan svarar inte, eller kommer inte åt sin lagring. Inget går förlorat, men inget skickas heller.'
    severity: 1
    enabled: true
    evaluationFrequency: 'PT5M'
    windowSize: 'PT30M'
    scopes: [ping.id, insightsId]
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.WebtestLocationAvailabilityCriteria'
      webTestId: ping.id
      componentId: insightsId
      failedLocationCount: 2
    }
    actions: [{ actionGroupId: actionGroupId }]
  }
}

var queries = [
  {
    name: 'poison'
    severity: 2
    description: 'Ett meddelande i kön utkorg har misslyckats gång på gång och ligger i utkorg-poison. Expedieringen finns kvar i liggaren; se loggen för Dispatch.'
    query: 'AppTraces | where Message startswith "Message has reached MaxDequeueCount of " and Message contains "utkorg-poison"'
  }
  {
    name: 'owed'
    severity: 2
    description: 'En expediering har misslyckats för gott, eller för fjärde gången eller mer. Se sidan Expedieringar, läget Väntar på person.'
    query: 'AppTraces | where Message startswith "Delivery " and Message has "ended as" | extend attempt = toint(extract("attempt ([0-9]+)", 1, Message)) | where Message has "ended as Permanent" or (Message has "ended as Transient" and attempt >= 4)'
  }
  {
    name: 'failing'
    severity: 2
    description: 'En funktion har misslyckats minst tre gånger på en kvart.'
    query: 'AppRequests | where Success == false and isnotempty(OperationName) | summarize failures = count() by OperationName | where failures >= 3'
  }
]

resource found 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [for q in queries: {
  name: 'samverkan-${name}-${q.name}'
  location: location
  tags: tags
  kind: 'LogAlert'
  properties: {
    displayName: 'samverkan-${name}-${q.name}'
    description: q.description
    severity: q.severity
    enabled: true
    evaluationFrequency: 'PT15M'
    windowSize: 'PT15M'
    scopes: [insightsId]
    autoMitigate: true
    criteria: {
      allOf: [
        { query: q.query, timeAggregation: 'Count', operator: 'GreaterThan', threshold: 0 }
      ]
    }
    actions: { actionGroups: [actionGroupId] }
  }
}]
