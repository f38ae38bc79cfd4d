// What somebody must hear of at once. Each is an e-mail to the operator; infra/runbook.md says what to do about it.
param name string
param location string
param workspaceId string
param insightsId string
param host string
param operatorEmail string

resource operators 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: '${name}-operators'
  location: 'global'
  properties: {
    groupShortName: 'strategy'
    enabled: true
    emailReceivers: [{ name: 'operator', emailAddress: operatorEmail, useCommonAlertSchema: true }]
  }
}

// Each query answers with a line where there is something to say. Every replica reports the same count of notices, so
// the largest is the count; faults are counted by each replica for itself, and added up.
var rules = [
  {
    name: 'notices-overdue'
    says: 'A notice has not been delivered by its deadline.'
    severity: 1
    every: 'PT5M'
    looksBack: 'PT15M'
    query: '''
      AppMetrics
      | where Name == 'notices.overdue'
      | summarize overdue = max(Sum)
      | where overdue > 0
    '''
  }
  {
    name: 'notices-oldest'
    says: 'A notice has been owed for more than 45 minutes.'
    severity: 2
    every: 'PT5M'
    looksBack: 'PT15M'
    query: '''
      AppMetrics
      | where Name == 'notices.owed.oldest'
      | summarize seconds = max(Sum)
      | where seconds > 2700
    '''
  }
  {
    name: 'faults'
    says: 'The bot has met more than ten faults in a quarter of an hour.'
    severity: 2
    every: 'PT5M'
    looksBack: 'PT15M'
    query: '''
      AppMetrics
      | where Name == 'strategy.faults'
      | summarize faults = sum(Sum)
      | where faults > 10
    '''
  }
  {
    name: 'no-measurements'
    says: 'The bot has reported nothing for half an hour, so the other alerts are deaf.'
    severity: 1
    every: 'PT15M'
    looksBack: 'PT30M'
    query: '''
      AppMetrics
      | where Name == 'notices.overdue'
      | summarize reports = count()
      | where reports == 0
    '''
  }
  {
    name: 'replica-not-ready'
    says: 'A replica of the bot keeps saying that it cannot do its work.'
    severity: 2
    every: 'PT5M'
    looksBack: 'PT15M'
    query: '''
      ContainerAppSystemLogs
      | where ContainerAppName == '{app}' and Reason == 'ProbeFailed' and Log has 'readiness'
      | summarize failures = count()
      | where failures > 10
    '''
  }
  {
    name: 'doctor'
    says: 'The daily examination found something wrong, or did not take place.'
    severity: 2
    every: 'PT1H'
    looksBack: 'P2D'
    query: '''
      ContainerAppConsoleLogs
      | where JobName == '{app}-doctor' and TimeGenerated > ago(26h)
      | summarize findings = countif(Log contains '"result"'), faults = countif(Log contains '"result": "fault"')
      | where findings == 0 or faults > 0
    '''
  }
]

resource alerts 'Microsoft.Insights/scheduledQueryRules@2022-06-15' = [for rule in rules: {
  name: '${name}-${rule.name}'
  location: location
  properties: {
    displayName: rule.name
    description: rule.says
    severity: rule.severity
    enabled: true
    scopes: [workspaceId]
    evaluationFrequency: rule.every
    windowSize: rule.looksBack
    // The tables fill with the first report, after this.
    skipQueryValidation: true
    autoMitigate: true
    criteria: {
      allOf: [
        {
          query: replace(rule.query, '{app}', name)
          timeAggregation: 'Count'
          operator: 'GreaterThan'
          threshold: 0
          failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
        }
      ]
    }
    actions: { actionGroups: [operators.id] }
  }
}]

// From outside, as Teams and the readers of letters come to it.
resource ready 'Microsoft.Insights/webtests@2022-06-15' = {
  name: '${name}-ready'
  location: location
  kind: 'standard'
  tags: { 'hidden-link:${insightsId}': 'Resource' }
  properties: {
    Name: '${name}-ready'
    SyntheticMonitorId: '${name}-ready'
    Kind: 'standard'
    Enabled: true
    Frequency: 300
    Timeout: 30
    RetryEnabled: true
    Locations: [
      { Id: 'emea-gb-db3-azr' }
      { Id: 'emea-nl-ams-azr' }
      { Id: 'emea-se-sto-edge' }
    ]
    Request: { RequestUrl: 'https://${host}/readyz', HttpVerb: 'GET' }
    ValidationRules: { ExpectedHttpStatusCode: 200, SSLCheck: true, SSLCertRemainingLifetimeCheck: 14 }
  }
}

resource notReady 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: '${name}-not-ready'
  location: 'global'
  properties: {
    description: 'The bot does not answer, or says that it cannot do its work.'
    severity: 1
    enabled: true
    scopes: [ready.id, insightsId]
    evaluationFrequency: 'PT1M'
    windowSize: 'PT5M'
    autoMitigate: true
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.WebtestLocationAvailabilityCriteria'
      webTestId: ready.id
      componentId: insightsId
      failedLocationCount: 2
    }
    actions: [{ actionGroupId: operators.id }]
  }
}
