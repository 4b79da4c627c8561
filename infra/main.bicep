// Samverkan for one municipality: everything but the Event Grid subscription, whose key exists only once the code does
// (events.bicep). Deploy to a resource group of its own; docs/azure.md walks through it.
targetScope = 'resourceGroup'

@description('Where. Flex Consumption must be offered there; swedencentral has it, and three zones.')
param location string = resourceGroup().location

@description('What everything is named after: the municipality and the environment, such as alingsas-prod.')
@minLength(3)
@maxLength(20)
param name string

@description('The pages\' address as people reach it, without a slash at the end. Empty for the app\'s own.')
param publicUrl string = ''

@description('Client id of the app registration that people sign in with (docs/azure.md, step 2).')
param signInClientId string

@description('The mail server that takes messages on port 587; Azure blocks 25. Empty: messages are written to the container utkorg, and fulfil nothing.')
param smtpHost string = ''

@description('Who logs in to the mail server. Its password lies in the key vault as SmtpPassword.')
param smtpUser string = ''

@description('The sender\'s address.')
param smtpFrom string = ''

@description('Who is told when something is wrong.')
param alertEmail string

@description('What the resource group may cost a month, in the subscription\'s currency, before somebody is told.')
@minValue(1)
param monthlyBudget int = 300

@description('The first day of the month that the budget counts from, as 2026-12-01.')
param budgetFrom string

@description('Copies of the data: in three zones of the region, or also in the paired region.')
@allowed(['Standard_ZRS', 'Standard_GZRS', 'Standard_LRS'])
param storageSku string = 'Standard_ZRS'

@description('Days that deleted and overwritten files can be had back. Shorter than the shortest erasure rule.')
@minValue(1)
@maxValue(30)
param softDeleteDays int = 14

@description('Days that a document in the archive cannot be removed, by an unlocked policy that can be ended. 0 for none. Shorter than the shortest erasure rule.')
@minValue(0)
@maxValue(30)
param archiveImmutableDays int = 0

@description('The most instances that may run at once.')
@minValue(40)
@maxValue(1000)
param maximumInstances int = 40

@description('Days that logs are kept.')
@minValue(30)
@maxValue(730)
param logDays int = 30

@description('Tags on every resource.')
param tags object = {}

var suffix = uniqueString(resourceGroup().id)
var appName = 'samverkan-${name}-${take(suffix, 6)}'

module storage 'modules/storage.bicep' = {
  name: 'storage'
  params: {
    location: location
    accountName: 'samv${suffix}'
    sku: storageSku
    softDeleteDays: softDeleteDays
    archiveImmutableDays: archiveImmutableDays
    workspaceId: monitoring.outputs.workspaceId
    tags: tags
  }
}

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  params: {
    location: location
    name: name
    logDays: logDays
    alertEmail: alertEmail
    tags: tags
  }
}

module vault 'modules/vault.bicep' = {
  name: 'vault'
  params: {
    location: location
    vaultName: 'samv-${take(suffix, 13)}'
    workspaceId: monitoring.outputs.workspaceId
    tags: tags
  }
}

module app 'modules/app.bicep' = {
  name: 'app'
  params: {
    location: location
    appName: appName
    storageAccountName: storage.outputs.accountName
    vaultName: vault.outputs.vaultName
    insightsConnectionString: monitoring.outputs.insightsConnectionString
    workspaceId: monitoring.outputs.workspaceId
    publicUrl: publicUrl
    signInClientId: signInClientId
    smtpHost: smtpHost
    smtpUser: smtpUser
    smtpFrom: smtpFrom
    maximumInstances: maximumInstances
    tags: tags
  }
}

module roles 'modules/roles.bicep' = {
  name: 'roles'
  params: {
    principalId: app.outputs.principalId
    storageAccountName: storage.outputs.accountName
    vaultName: vault.outputs.vaultName
    insightsName: monitoring.outputs.insightsName
  }
}

module alerts 'modules/alerts.bicep' = {
  name: 'alerts'
  params: {
    location: location
    name: name
    insightsId: monitoring.outputs.insightsId
    actionGroupId: monitoring.outputs.actionGroupId
    healthUrl: '${app.outputs.url}/health/ready'
    tags: tags
  }
}

module budget 'modules/budget.bicep' = {
  name: 'budget'
  params: {
    name: name
    amount: monthlyBudget
    from: budgetFrom
    actionGroupId: monitoring.outputs.actionGroupId
  }
}

output appName string = app.outputs.appName
output appUrl string = app.outputs.url
output storageAccountName string = storage.outputs.accountName
output vaultName string = vault.outputs.vaultName
